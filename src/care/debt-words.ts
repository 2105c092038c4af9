export const debtWordsIn = (_text: string): string[] => []
