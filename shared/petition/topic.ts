import type { Text } from '../procedure/rule'

/** Topics (теми) a petition may be filed under: the matters of local government that residents ask about. */
export const TOPICS = {
  transport: { uk: 'Дороги й транспорт', en: 'Roads and transport' },
  housing: { uk: 'Житло й комунальні послуги', en: 'Housing and utilities' },
  greenery: { uk: 'Благоустрій і зелені зони', en: 'Landscaping and greenery' },
  land: { uk: 'Земля й забудова', en: 'Land and construction' },
  environment: { uk: 'Довкілля', en: 'Environment' },
  safety: { uk: 'Безпека', en: 'Safety' },
  education: { uk: 'Освіта', en: 'Education' },
  health: { uk: 'Охорона здоров’я', en: 'Health' },
  social: { uk: 'Соціальна підтримка', en: 'Social support' },
  culture: { uk: 'Культура й спорт', en: 'Culture and sport' },
  governance: { uk: 'Місцеве самоврядування', en: 'Local governance' },
  animals: { uk: 'Тварини', en: 'Animals' },
  other: { uk: 'Інше', en: 'Other' },
} as const satisfies Record<string, Text>

export type Topic = keyof typeof TOPICS

export const TOPIC_CODES = Object.keys(TOPICS) as [Topic, ...Topic[]]

/** The topic a petition is found under; one without is among «Інше». */
export function topicOf({ topic }: { readonly topic?: Topic | undefined }): Topic {
  return topic ?? 'other'
}
