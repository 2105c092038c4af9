/** The part of pino the rooms use. Messages are fixed words; data goes in fields, personal data under `pii`. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
