import { ANNULMENT_GROUNDS, isAnnulmentGround } from '../../shared/log/annulment'
import type { Sentences, Verdicts } from './sentences'
import type { Forms } from './speech'

export const counted = {
  signatures: { one: '{n} signature', other: '{n} signatures' },
  entries: { one: '{n} entry', other: '{n} entries' },
  annulments: { one: '{n} annulment', other: '{n} annulments' },
  erasures: { one: '{n} erasure of a name', other: '{n} erasures of names' },
  names: { one: '{n} name', other: '{n} names' },
  files: { one: '{n} file', other: '{n} files' },
  stamps: { one: '{n} time stamp', other: '{n} time stamps' },
  flaws: { one: '{n} flaw', other: '{n} flaws' },
  minutes: { one: '{n} minute', other: '{n} minutes' },
} as const satisfies Record<string, Forms>

export const sentences: Sentences = {
  'key-given': ({ key }) => `Signatures were checked by the key you gave: ${key}.`,
  'key-kept': ({ key }) => `Signatures were checked by the key kept from an earlier run: ${key}.`,
  'key-first-use': ({ key }) =>
    `The verifier key came from the site itself and had to be trusted on first use: ${key}. Compare it with another source.`,
  'key-missing': ({ path }) =>
    `The site has no verifier key (${path}), so nothing can tell who signed the log.`,
  'key-malformed': ({ path }) => `The file ${path} is no verifier key.`,
  'key-changed': ({ kept, now }) =>
    `The site shows another verifier key than the one you trust: it was ${kept}, it is ${now}.`,
  'checkpoint-signed': ({ size, name }, say) =>
    `The checkpoint over ${say.counted(size, counted.entries)} is signed by the key of the log ${name}.`,
  'checkpoint-malformed': ({ path }) => `The file ${path} is no checkpoint of a log.`,
  'checkpoint-of-another-log': ({ origin, expected }) =>
    `The checkpoint belongs to another log: ${origin} instead of ${expected}.`,
  'checkpoint-unsigned': ({ name }) => `The checkpoint bears no valid signature of the log ${name}.`,
  'checkpoint-signature-wrong': ({ name }) =>
    `The signature “${name}” of the checkpoint is wrong: its text was changed or somebody else signed.`,
  'checkpoint-signature-by-another-key': ({ name }) =>
    `The checkpoint bears a signature in the name of “${name}” that was made by another key.`,
  'checkpoint-signed-twice': ({ name }) =>
    `The checkpoint bears the signature “${name}” twice instead of once.`,
  'checkpoint-signature-unknown': ({ name }) =>
    `The checkpoint bears one more signature, “${name}”, whose key is not known: it proves nothing either way.`,
  'checkpoint-site-name-unsigned': ({ name }) =>
    `The checkpoint lacks the second signature, in the name of the site (${name}).`,
  'served-elsewhere': ({ origin, host }) =>
    `The log ${origin} was read not from its own site but from ${host}.`,

  'tree-rebuilt': ({ size, root }, say) =>
    `The tree, built again from ${say.counted(size, counted.entries)}, has the very root that is signed: ${root}.`,
  'root-differs': ({ size, stated, computed }, say) =>
    `The entries do not give the signed root: ${say.counted(size, counted.entries)} come to ${computed}, but ${stated} is signed.`,
  'tree-not-rebuilt': ({ size }, say) =>
    `The tree of ${say.counted(size, counted.entries)} could not be built again: files are missing.`,
  'tiles-agree': ({ count }, say) =>
    `The published hashes of the tree (${say.counted(count, counted.files)}) agree with the entries.`,
  'file-missing': ({ path, index }, say) =>
    `The file ${path}, which should begin at entry ${say.entry(index)}, is missing.`,
  'file-too-large': ({ path }) => `The file ${path} is too large for its purpose and was not read.`,
  'bundle-malformed': ({ path, index }, say) =>
    `The file of entries ${path} (from entry ${say.entry(index)}) is cut off or does not hold as many entries as it should.`,
  'entry-differs': ({ path, index }, say) =>
    `Entry ${say.entry(index)} in the file ${path} is not the one in the signed tree: it was substituted or moved.`,
  'tile-malformed': ({ path, index }, say) =>
    `The file of hashes ${path} (from entry ${say.entry(index)}) is cut off or does not hold as many hashes as it should.`,
  'tile-differs': ({ path, index }, say) =>
    `The file of hashes ${path} does not agree with the log’s entries, from entry ${say.entry(index)} on.`,
  'kept-agrees': ({ size }, say) =>
    `Since the earlier run the log has only grown: its first ${say.counted(size, counted.entries)} are the same.`,
  'kept-none': () =>
    'There is no earlier state of the log to compare with: this is the first run. The next one will show whether the past was changed.',
  'kept-malformed': () =>
    'The kept checkpoint is damaged, belongs to another log or is not signed by its key; it could not be compared.',
  'kept-uncompared': ({ size }, say) =>
    `The kept checkpoint over ${say.counted(size, counted.entries)} could not be compared: files of the log are missing.`,
  'tree-shrunk': ({ kept, now }, say) =>
    `The log has shrunk: it had ${say.counted(kept, counted.entries)} and now has ${say.number(now)}.`,
  'tree-vanished': ({ kept }, say) =>
    `The log is gone: it had ${say.counted(kept, counted.entries)}, and now there is none.`,
  'tree-forked': ({ size }, say) =>
    `The log’s past was changed: its first ${say.counted(size, counted.entries)} are not those of the earlier run.`,

  'entries-sound': ({ signatures, annulments, erasures }, say) =>
    `All entries are sound: ${[
      say.counted(signatures, counted.signatures),
      ...(annulments > 0 ? [say.counted(annulments, counted.annulments)] : []),
      ...(erasures > 0 ? [say.counted(erasures, counted.erasures)] : []),
    ].join(', ')}.`,
  'entry-malformed': ({ index }, say) => `Entry ${say.entry(index)} is no entry of a signature log.`,
  'text-same': () => 'Every signature is under the very text of the petition that is published.',
  'text-differs': ({ index }, say) =>
    `Entry ${say.entry(index)} is a signature under another text than the published one.`,
  'text-unpublished': () =>
    'Whether the published text was signed was not checked: the petition’s data are missing.',
  'time-goes-back': ({ index, minutes }, say) =>
    `The time of entry ${say.entry(index)} is ${say.counted(minutes, counted.minutes)} before that of earlier ones: it was entered late.`,
  'entry-after-close': ({ index, closesAt }, say) =>
    `Signature ${say.entry(index)} was made after the collection had ended (${say.moment(closesAt)}).`,
  'entry-before-publication': ({ index, publishedAt }, say) =>
    `Signature ${say.entry(index)} was made before the petition was published (${say.moment(publishedAt)}).`,
  'annulment-of-nothing': ({ index, target }, say) =>
    `Entry ${say.entry(index)} annuls entry ${say.entry(target)}, which is no earlier signature.`,
  'annulment-repeated': ({ index, target }, say) =>
    `Entry ${say.entry(index)} annuls signature ${say.entry(target)} a second time.`,
  'erasure-of-nothing': ({ index, target }, say) =>
    `Entry ${say.entry(index)} erases the name of entry ${say.entry(target)}, which is no earlier signature.`,
  'erasure-repeated': ({ index, target }, say) =>
    `Entry ${say.entry(index)} erases the name of signature ${say.entry(target)} a second time.`,

  'names-agree': ({ names, erased }, say) =>
    `The list of signers is true: ${say.counted(names, counted.names)}, each the very one that was signed${
      erased > 0 ? `; ${say.number(erased)} more are erased` : ''
    }.`,
  'names-missing': ({ path }) => `The file of signers’ names ${path} is missing.`,
  'names-malformed': ({ path }) => `The file ${path} is no list of signers.`,
  'name-missing': ({ path, index }, say) => `The list ${path} lacks the name of signer ${say.entry(index)}.`,
  'name-differs': ({ path, index }, say) =>
    `The list ${path} shows another name or date at ${say.entry(index)} than was signed.`,
  'name-date-differs': ({ path, index, date, signedOn }, say) =>
    `The list ${path} dates signature ${say.entry(index)} ${date}, but by the log it was made on ${signedOn}.`,
  'name-of-nothing': ({ path, index }, say) =>
    `The list ${path} has a name at ${say.entry(index)}, though that entry is no signature.`,
  'name-of-erased': ({ path, index }, say) =>
    `The list ${path} still shows the name at ${say.entry(index)}, though the log says it was erased.`,
  'name-repeated': ({ path, index }, say) => `The list ${path} has signature ${say.entry(index)} twice.`,
  'name-wrongly-annulled': ({ path, index }, say) =>
    `The list ${path} shows signature ${say.entry(index)} as annulled, but the log has no such annulment.`,
  'name-not-annulled': ({ path, index }, say) =>
    `The list ${path} shows signature ${say.entry(index)} as valid, though by the log it is annulled.`,
  namesakes: ({ count }, say) =>
    `Names that occur more than once in the list: ${say.number(count)}. They may be namesakes; whether they are different people the log does not show.`,

  'no-duplicates': ({ signatures }, say) =>
    `No entry repeats another: among ${say.counted(signatures, counted.signatures)} no two have the same commitment to a name or a person. Whether one person signed twice the commitments do not show: that is up to the site.`,
  'person-repeated': ({ index, first }, say) =>
    `The same signature is entered twice: entry ${say.entry(index)} has the commitment to a person of entry ${say.entry(first)}.`,
  'name-seal-repeated': ({ index, first }, say) =>
    `The same signature is entered twice: entry ${say.entry(index)} has the commitment to a name of entry ${say.entry(first)}.`,

  'count-agrees': ({ count, size }, say) =>
    `The site shows the very number of signatures that the log gives: ${say.number(count)} at ${say.counted(size, counted.entries)}.`,
  'count-differs': ({ path, shown, counted: own, size }, say) =>
    `The site shows ${say.counted(shown, counted.signatures)}, but by the log there are ${say.number(own)} at ${say.counted(size, counted.entries)} (${path}).`,
  'count-ahead': ({ path, shown, size, now }, say) =>
    `The site shows ${say.counted(shown, counted.signatures)} at ${say.counted(size, counted.entries)}, but the checkpoint has only ${say.number(now)} (${path}). If the log is just growing, check again in a minute.`,
  'count-missing': ({ path }) => `The number of signatures shown was not checked: there is no file ${path}.`,
  'count-malformed': ({ path }) => `The file ${path} holds no number of signatures.`,
  'petition-missing': ({ path }) =>
    `The petition’s page was not compared with the log: there is no file ${path}.`,
  'petition-malformed': ({ path }) => `The file ${path} holds no petition.`,
  'threshold-agrees': ({ index, at, threshold }, say) =>
    `The required number (${say.number(threshold)}) was reached by signature ${say.entry(index)}: ${say.moment(at)}. The site says the same.`,
  'threshold-not-met': ({ count, threshold }, say) =>
    `The required number is not reached: ${say.number(count)} of ${say.number(threshold)}. The site says the same.`,
  'threshold-differs': ({ index, at, shown }, say) =>
    `By the log signature ${say.entry(index)} reached the required number (${say.moment(at)}), but the site names another time: ${say.moment(shown)}.`,
  'threshold-unshown': ({ index, at, threshold }, say) =>
    `The required number (${say.number(threshold)}) was reached by signature ${say.entry(index)} (${say.moment(at)}), but the site does not say so.`,
  'threshold-claimed': ({ shown, count, threshold }, say) =>
    `The site says the required number was reached (${say.moment(shown)}), but the log has only ${say.number(count)} of ${say.number(threshold)}.`,

  'stamps-hold': ({ count, first, last, authority }, say) =>
    count === 1
      ? `The time stamp (${authority}) holds, of ${say.moment(last)}: the entries under it were made no later.`
      : `All ${say.number(count)} time stamps (${authority}) hold, from ${say.moment(first)} to ${say.moment(last)}: the entries under each were made no later.`,
  'stamps-none': () => 'The log has no time stamps by an independent authority.',
  'stamps-roots-missing': () =>
    'Time stamps were not checked: the certificates of their authority are missing.',
  'stamps-roots-malformed': () => 'Time stamps were not checked: the file of root certificates is damaged.',
  'stamps-roots-of-site': () =>
    'The root certificates for time stamps came from the site itself; compare them or give your own.',
  'stamps-index-malformed': ({ path }) => `The file ${path} is no list of time stamps.`,
  'stamp-missing': ({ path }) => `The file ${path} is missing, though the list of time stamps has it.`,
  'stamp-checkpoint-wrong': ({ path }) =>
    `The file ${path} is no checkpoint of this log, or is not signed by its key.`,
  'stamp-forked': ({ path, size }, say) =>
    `The time-stamped checkpoint ${path} is of another tree: the log’s first ${say.counted(size, counted.entries)} are no longer the same.`,
  'stamp-beyond-log': ({ path, size, now }, say) =>
    `The time-stamped checkpoint ${path} has ${say.counted(size, counted.entries)}, but the log has only ${say.number(now)}: it was cut.`,
  'stamp-malformed': ({ path }) => `The file ${path} is no time stamp.`,
  'stamp-refused': ({ path }) => `The file ${path} is an authority’s refusal and no time stamp.`,
  'stamp-of-other-data': ({ path }) => `The time stamp ${path} is over other data than this checkpoint.`,
  'stamp-by-unknown-authority': ({ path }) => `The time stamp ${path} is by an unknown authority.`,
  'stamp-by-wrong-certificate': ({ path }) =>
    `The time stamp ${path} is signed by a certificate that is not for time stamping.`,
  'stamp-expired-certificate': ({ path }) =>
    `The time stamp ${path} is signed by a certificate that was not valid at that time.`,
  'stamp-signature-wrong': ({ path }) => `The signature of the time stamp ${path} is wrong.`,
  'stamp-before-entry': ({ index, size, time, stampedAt }, say) =>
    `Entry ${say.entry(index)} says it was made on ${say.moment(time)}, but a time stamp over ${say.counted(size, counted.entries)} is earlier: ${say.moment(stampedAt)}.`,

  'receipt-malformed': () => 'This file is no receipt of a signature, or it is damaged.',
  'receipt-of-another-petition': ({ origin, expected }) =>
    `This is the receipt of another petition: it belongs to the log ${origin}, not ${expected}.`,
  'receipt-unsigned': ({ name }) =>
    `The checkpoint in the receipt bears no valid signature of the log ${name}.`,
  'receipt-proof-wrong': ({ index }, say) =>
    `The receipt does not prove that entry ${say.entry(index)} is in the log: its proof does not lead to the signed root.`,
  'receipt-entry-malformed': ({ index }, say) => `Entry ${say.entry(index)} in the receipt is no signature.`,
  'receipt-holds': ({ index, time, origin }, say) =>
    `The receipt is genuine: the signature made on ${say.moment(time)} is entry ${say.entry(index)} of the log ${origin}.`,
  'receipt-without-key': () =>
    'The proof in the receipt holds, but without a verifier key nobody can tell whether the site signed it.',
  'receipt-in-log': ({ index, name }, say) =>
    `The receipt’s signature is in the log: ${say.entry(index)}, ${name}.`,
  'receipt-in-log-nameless': ({ index }, say) =>
    `The receipt’s signature is in the log: ${say.entry(index)}. Its name is not shown.`,
  'receipt-annulled': ({ by, time, ground }, say) =>
    `The receipt’s signature was annulled by entry ${say.entry(by)} (${say.moment(time)}); ground: ${isAnnulmentGround(ground) ? ANNULMENT_GROUNDS[ground].en : ground}.`,
  'receipt-erased': () =>
    'The name of the receipt’s signer is erased from the list; the entry of the signature stays in the log.',
  'receipt-not-in-log': ({ index }, say) =>
    `The receipt’s signature is not in the log: another entry stands at ${say.entry(index)}.`,
  'receipt-beyond-log': ({ size, now }, say) =>
    `The receipt was issued when the log had ${say.counted(size, counted.entries)}, but here it has only ${say.number(now)}: the log was cut, or this copy is older than the receipt.`,
  'receipt-forked': ({ size }, say) =>
    `The receipt is of another tree: the log’s first ${say.counted(size, counted.entries)} are not those of the time it was issued.`,
}

export const verdicts: Verdicts = {
  holds: ({ signatures, annulments, count }, say) =>
    `Everything holds: ${say.counted(signatures, counted.signatures)}${
      annulments > 0 ? `, ${say.number(annulments)} of them annulled; ${say.number(count)} count` : ''
    }.`,
  holdsInPart: ({ signatures, annulments, count }, say) =>
    `All that could be checked holds: ${say.counted(signatures, counted.signatures)}${
      annulments > 0 ? `, ${say.number(annulments)} of them annulled; ${say.number(count)} count` : ''
    }. What was not checked is named below.`,
  fails: (flaws, say) => `It does not hold: ${say.counted(flaws, counted.flaws)} found.`,
  receiptHolds: 'The receipt is genuine.',
  receiptFails: 'The receipt does not hold.',
  receiptUnchecked: 'The receipt was checked only in part.',
  more: (n, say) => `There are ${say.number(n)} more such flaws.`,
  moreNoted: (n, say) => `There are ${say.number(n)} more such cases.`,
}
