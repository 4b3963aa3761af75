import * as z from 'zod'
import { charactersIn } from '../characters'

/** Controls, bidirectional overrides, invisible spaces, halves of surrogate pairs; never in a text. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u

/** NFC, line ends as \n, tabs as spaces, no space at line ends nor around the text. */
export function normalizeText(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/ +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** True for a text that may be kept: line ends are the only control characters in it. */
export function isPlainText(text: string): boolean {
  return !FORBIDDEN.test(text.replaceAll('\n', ''))
}

/** The text without what may not be kept in one, as people cannot see what they would have to take out. */
export function withoutInvisible(text: string): string {
  return text.replace(new RegExp(FORBIDDEN, 'gu'), (found) =>
    /[\n\r\t\u2028\u2029]/.test(found) ? found : '',
  )
}

interface Length {
  readonly min: number
  readonly max: number
}

/** Several lines of plain text. HTML has no meaning in it and is shown as written. */
export function textSchema({ min, max }: Length) {
  return z
    .string()
    .max(4 * max, { error: 'too-long', abort: true })
    .overwrite(normalizeText)
    .check(
      refuse((value) => !isPlainText(value), 'control-characters'),
      z.minLength(min),
      noLonger(max),
    )
    .meta({ minLength: min, maxLength: max })
}

/** One line of plain text. */
export function lineSchema({ min, max }: Length) {
  return z
    .string()
    .max(4 * max, { error: 'too-long', abort: true })
    .overwrite((raw) => normalizeText(raw).replace(/ {2,}/g, ' '))
    .check(
      refuse((value) => value.includes('\n') || !isPlainText(value), 'control-characters'),
      z.minLength(min),
      noLonger(max),
    )
    .meta({ minLength: min, maxLength: max })
}

function refuse(wrong: (value: string) => boolean, code: string) {
  return z.refine<string>((value) => !wrong(value), { error: code })
}

/** Bytes of the longest text that fits into a request. */
const MOST_BYTES = 60_000

/** Characters as people count them; one may be made of many bytes, so that these have a limit too. */
function noLonger(max: number) {
  const bytes = Math.min(8 * max, MOST_BYTES)
  return refuse(
    // Only a text that may be too long is worth counting.
    (value) => value.length > max && (charactersIn(value) > max || utf8.encode(value).length > bytes),
    'too-long',
  )
}

const utf8 = new TextEncoder()
