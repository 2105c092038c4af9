import { z } from 'zod'
import { fail } from './errors.ts'

/** Published in `.env.example` and refused outside sample mode. */
export const developmentSecret = 'amiable-development-only'

const optional = z.string().trim().min(1).optional()
const secret = z.string().trim().min(16, 'at least 16 characters').optional()

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, 'AC and 32 hex digits')
    .optional(),
  TWILIO_AUTH_TOKEN: optional,
  TWILIO_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  VOICE_WEBHOOK_SECRET: secret,
  API_TOKEN: secret,
  CHAT_SECRET: secret,
  CHAT_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
})

export type Environment = z.infer<typeof environmentSchema>
/** Names of all settings, for the test that holds them against `.env.example`. */
export const settings = Object.keys(environmentSchema.shape)

/**
 * Reads the settings from an environment. Empty strings count as absent. Throws `config_invalid` with
 * every problem at once.
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    settings.flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])),
  )
  const parsed = environmentSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.')
    // A secret's value has no place on a terminal; what is wrong with it says enough.
    const value = /TOKEN|SECRET|DATABASE_URL|REDIS_URL/.test(name) ? '(not shown)' : given[name]
    return `  ${name}="${value ?? ''}": ${issue.message}`
  })
  throw fail('config_invalid', `settings are wrong:\n${problems.join('\n')}`)
}

/** The environment of this process: the only place that reads it. */
export const environment = (): Environment => readEnvironment(process.env)

/** Secrets as they apply: sample mode fills missing ones with the published development secret. */
export interface Secrets {
  twilioToken: string | null
  voice: string | null
  api: string | null
  chat: string | null
}

/**
 * The secrets of a mode. Outside sample mode a missing secret closes its door, and the published one
 * is refused (`config_invalid`).
 */
export function secretsOf(env: Environment, sample: boolean): Secrets {
  const names = ['TWILIO_AUTH_TOKEN', 'VOICE_WEBHOOK_SECRET', 'API_TOKEN', 'CHAT_SECRET'] as const
  if (!sample)
    for (const name of names)
      if (env[name] === developmentSecret)
        throw fail(
          'config_invalid',
          `${name} is the published development secret; set one of your own`,
        )
  const [twilioToken, voice, api, chat] = names.map(
    (name) => env[name] ?? (sample ? developmentSecret : null),
  )
  return {
    twilioToken: twilioToken ?? null,
    voice: voice ?? null,
    api: api ?? null,
    chat: chat ?? null,
  }
}

/** The folder the person stands in: npm runs scripts in the project's own. */
export const callerFolder = (): string => process.env.INIT_CWD ?? process.cwd()
