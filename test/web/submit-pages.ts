import { ADVICE, type AdviceCode } from '../../shared/draft/advice'
import { bodyOf, type Draft } from '../../shared/draft/draft'
import { previewOf } from '../../shared/draft/preview'
import { STEPS } from '../../shared/draft/steps'
import type { Locale } from '../../shared/locale'
import { SubmitPage, type SubmitPageProps } from '../../web/pages/submit'
import { SubmitExpiredPage } from '../../web/pages/submit/expired'
import { council, everyPetition, kalynivka, NOW, ngo } from './fixtures'

export const draft: Draft = {
  title: 'Облаштувати безпечний пішохідний перехід біля школи № 3',
  topic: 'transport',
  text: 'Щоранку двісті дітей переходять вулицю без розмітки.\n\nПросимо нанести її та встановити знаки.',
  wantsHearing: 'on',
  'author.surname': 'Шевченко',
  'author.givenName': 'Оксана',
  'author.patronymic': 'Миколаївна',
  'author.email': 'oksana@ukr.net',
  noticeRead: 'on',
}

/** What no step could take, and what would do harm if it were not shown as text. */
const hostile: Draft = Object.fromEntries(
  Object.keys(draft).map((field) => [field, `"><script>alert(1)</script></textarea>${'щ'.repeat(300)}`]),
)

const faults = [
  { field: 'title', code: 'too-long', message: 'Задовго.' },
  { field: 'text', code: 'missing', message: 'Заповніть.' },
  { field: 'author.surname', code: 'mixed-scripts', message: 'Змішано.' },
  { field: 'author.email', code: 'wrong-email', message: 'Перевірте.' },
  { field: 'noticeRead', code: 'missing', message: 'Поставте.' },
]

const context = { community: kalynivka, calendar: { martialLaw: [], transfers: [] }, now: NOW }

/** The preview of a draft, as the pages make it. */
export function previewIn(locale: Locale, host = council) {
  return previewOf(bodyOf(draft) as never, { ...context, host, locale })
}

/** Every step and state of submitting, by name. */
export function submitPages(locale: Locale): Record<string, ReturnType<typeof SubmitPage>> {
  const page = (over: Partial<SubmitPageProps>) =>
    SubmitPage({ locale, community: kalynivka, host: council, step: 'idea', draft, ...over })
  const advice = Object.keys(ADVICE) as AdviceCode[]
  const steps = STEPS.map((step) => {
    const shown = { step, similar: everyPetition, preview: previewIn(locale) }
    return [
      [`submit-${step}`, page(shown)],
      [`submit-${step}-changed`, page({ ...shown, host: ngo, back: true })],
      [`submit-${step}-wrong`, page({ ...shown, draft: hostile, errors: faults })],
      [`submit-${step}-advised`, page({ ...shown, advice, stopped: true })],
    ] as const
  })
  return {
    submit: page({ draft: {} }),
    'submit-ngo': page({ draft: {}, host: ngo }),
    ...Object.fromEntries(steps.flat()),
    'submit-similar-unknown': page({ step: 'similar' }),
    'submit-nothing-similar': page({ step: 'similar', similar: [] }),
    'submit-author-nothing-similar': page({ step: 'author', similar: [] }),
    'submit-expired': SubmitExpiredPage({ locale }),
    'submit-expired-placed': SubmitExpiredPage({
      locale,
      place: { communityId: 'kalynivka', hostId: 'kalynivka-rada' },
    }),
    'submit-unsent': page({ step: 'preview', preview: previewIn(locale), unsent: true }),
  }
}
