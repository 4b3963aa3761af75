import { LIMITS } from '../../../shared/http/limits'
import { TOPIC_CODES, TOPICS } from '../../../shared/petition/topic'
import { href, paths } from '../../addresses'
import { Choice } from '../../components/desk/choice'
import { Field } from '../../components/field'
import { textsOf } from '../../texts'
import { signaturesIn, termIn } from '../../texts/speech'
import type { StepProps } from '../submit'
import { Counter } from './counter'
import { StepForm } from './step-form'
import { errorOf } from './words'

/** First: what should be done, in one sentence. The address says to whom and through whom. */
export function IdeaStep(props: StepProps) {
  const { locale, community, host, draft, errors } = props
  const { submit: t, site } = textsOf(locale)
  const { settings } = community
  const topics = TOPIC_CODES.map((code) => ({ value: code, label: TOPICS[code][locale] }))
  return (
    <>
      <p class="lead">
        {t.to}: {community.council[locale]}.{host.kind === 'ngo' && ` ${t.host}: ${host.name[locale]}.`}
      </p>
      <p>{t.terms(signaturesIn(locale, settings.threshold), termIn(locale, settings.collection))}</p>
      <details>
        <summary>{t.before}</summary>
        <ul>
          {Object.values(t.beforeParts).map((part) => (
            <li>{part}</li>
          ))}
        </ul>
      </details>
      <StepForm {...props}>
        <Field
          name="title"
          label={t.petitionTitle}
          hint={t.petitionTitleHint}
          value={draft.title ?? ''}
          {...errorOf(errors, 'title')}
        />
        <Counter locale={locale} of="title" value={draft.title} max={LIMITS.title.max} />
        <Choice
          id="topic"
          name="topic"
          label={t.topic}
          hint={t.topicHint}
          optional={site.optional}
          value={draft.topic ?? ''}
          options={[{ value: '', label: t.topicNone }, ...topics]}
          {...errorOf(errors, 'topic')}
        />
      </StepForm>
      <p>
        <a href={href(locale, paths.authorLink)}>{t.alreadyAuthor}</a>
      </p>
    </>
  )
}
