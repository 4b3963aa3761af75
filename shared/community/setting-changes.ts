import { type Community, type CommunitySettings, type ContactPerson, IDENTITIES } from './settings'

/** One setting that changed. A term is told as `60 calendar-days`; what is not set is absent. */
export interface SettingChange {
  readonly setting: SettingName
  readonly before?: string
  readonly after?: string
}

export const SETTING_NAMES = [
  'threshold',
  'collection',
  'publicationDayCounts',
  'identities',
  'consideration',
  'draftDecision',
  'retentionYears',
  'namesKeptYears',
  'withdrawal',
  'sourceUk',
  'sourceEn',
  'sourceUrl',
  'answerSignOff',
  'email',
  'phone',
  'addressUk',
  'addressEn',
  'headName',
  'secretaryName',
  'moderationName',
] as const
export type SettingName = (typeof SETTING_NAMES)[number]

/** The settings that differ, in the order of the form. */
export function settingChanges(before: CommunitySettings, after: CommunitySettings): SettingChange[] {
  return SETTING_NAMES.flatMap((setting) => {
    const [was, is] = [told(before, setting), told(after, setting)]
    if (was === is) return []
    return [{ setting, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }]
  })
}

/** The community with other settings; those that the new ones leave out are gone. */
export function withSettings(community: Community, settings: CommunitySettings): Community {
  const { phone: _phone, address: _address, people: _people, answerSignOff: _signOff, ...kept } = community
  return { ...kept, ...settings }
}

/** The position behind a setting that names somebody. */
export const NAMED: Readonly<Record<'headName' | 'secretaryName' | 'moderationName', ContactPerson['role']>> =
  {
    headName: 'head',
    secretaryName: 'secretary',
    moderationName: 'moderation',
  }

function told(of: CommunitySettings, setting: SettingName): string | undefined {
  const { settings, source, email, phone, address, people, answerSignOff = true } = of
  switch (setting) {
    case 'sourceUk':
      return source.uk
    case 'sourceEn':
      return source.en
    case 'sourceUrl':
      return source.url
    case 'email':
      return email
    case 'phone':
      return phone
    case 'addressUk':
      return address?.uk
    case 'addressEn':
      return address?.en
    case 'answerSignOff':
      return String(answerSignOff)
    case 'headName':
    case 'secretaryName':
    case 'moderationName':
      return people?.find(({ role }) => role === NAMED[setting])?.name
    case 'withdrawal':
      return settings.withdrawal ?? 'never'
    case 'identities':
      return IDENTITIES.filter((identity) => settings.identities.includes(identity)).join(' ')
    case 'collection':
    case 'consideration':
    case 'draftDecision': {
      const term = settings[setting]
      return term && `${term.count} ${term.unit}`
    }
    default: {
      const value = settings[setting]
      return value === undefined ? undefined : String(value)
    }
  }
}
