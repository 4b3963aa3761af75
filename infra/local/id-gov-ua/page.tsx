import { LocalFrame } from '../mailbox-page'

/** Somebody who plainly does not exist. */
const FIELDS = [
  ['lastname', 'Прізвище', 'Демченко'],
  ['givenname', 'Ім’я', 'Демида'],
  ['middlename', 'По батькові', 'Демидівна'],
  ['drfocode', 'РНОКПП', '1234567890'],
  ['unzr', 'УНЗР', ''],
] as const

/** Where the demonstration asks who one is. */
export function DemonstrationPage({ state, redirectUri }: { state: string; redirectUri: string }) {
  return (
    <LocalFrame title="Демонстрація id.gov.ua — Demonstration">
      <h1>
        Демонстрація id.gov.ua <small lang="en">Demonstration of id.gov.ua</small>
      </h1>
      <p>Це не справжня система: ким назветеся, тим і будете. Інший РНОКПП — інша людина.</p>
      <p lang="en">Not the real system: you are whoever you say. Another number is another person.</p>
      <form method="post" action="/__local/id-gov-ua/answer">
        <input type="hidden" name="state" value={state} />
        <input type="hidden" name="redirect_uri" value={redirectUri} />
        {FIELDS.map(([name, label, value]) => (
          <p>
            <label for={name}>{label}</label> <input id={name} name={name} value={value} />
          </p>
        ))}
        <button type="submit" name="act" value="confirm">
          Підтвердити / Confirm
        </button>{' '}
        <button type="submit" name="act" value="cancel">
          Скасувати / Cancel
        </button>
      </form>
    </LocalFrame>
  )
}
