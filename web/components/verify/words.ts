import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'

/** What the page's script says, as attributes of its element. */
export function verifyWords(locale: Locale): Record<`data-${string}`, string> {
  const { one, few, many, other } = textsOf(locale).site.units.signatures
  const { petition, receipt, run, marks, kept } = textsOf(locale).verify
  return {
    'data-signatures': [one, few, many, other].join('|'),
    'data-none': petition.none,
    'data-further': petition.more,
    'data-failed': petition.failed,
    'data-empty': receipt.empty,
    'data-many': receipt.many,
    'data-too-large': receipt.tooLarge,
    'data-not-text': receipt.notText,
    'data-unreadable': receipt.unreadable,
    'data-elsewhere': receipt.elsewhere,
    'data-starting': run.starting,
    'data-progress': run.progress,
    'data-offline': run.offline,
    'data-ask': run.ask,
    'data-large': run.large,
    'data-stopped': run.stopped,
    'data-unreachable': run.unreachable,
    'data-no-log': run.noLog,
    'data-broken': run.broken,
    'data-mark-ok': marks.ok,
    'data-mark-failed': marks.failed,
    'data-mark-noted': marks.noted,
    'data-mark-skipped': marks.skipped,
    'data-unsure': run.unsure,
    'data-forgotten': kept.forgotten,
  }
}
