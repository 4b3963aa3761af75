import * as z from 'zod'
import { daysView } from '../log/days'
import { openDataPetition } from '../petition/open-data'
import { petitionView } from '../petition/view'

/** How a dossier is written. */
export const DOSSIER_KINDS = ['pdf', 'csv', 'json'] as const
export type DossierKind = (typeof DOSSIER_KINDS)[number]

/** Key of the object that describes a dossier as JSON; also its address. */
export const DOSSIER_SCHEMA_KEY = 'api/v1/schemas/dossier.json'

const instant = z.iso.datetime().describe('RFC 3339, UTC')

/** Somebody who signed, by the number under which the public list shows the signature. */
export const dossierSigner = z.union([
  z.object({
    number: z.number().int().describe('Place in the log, counted from 1; annulments take places, too'),
    name: z.string().describe('Surname, given name, patronymic'),
    date: z.iso.date().describe('Kyiv day of signing'),
    annulled: z.literal(true).optional().describe('Does not count any more'),
  }),
  z.object({
    number: z.number().int(),
    erased: z.literal(true).describe('The term for keeping names is over'),
  }),
])

/** What the council is told of the collection, item 10 of the regulation (R9). */
export const handover = z.object({
  startDate: instant,
  sentAt: instant.optional().describe('When it was sent to the council, if it was'),
  total: z.number().int().describe('Signatures that stand'),
  collectionDays: z
    .number()
    .int()
    .describe('From the day after publication to the end of collection or to today'),
  signersUrl: z.string().describe('The public list of people who signed'),
  ngo: z
    .object({ name: z.string(), email: z.string() })
    .optional()
    .describe('Where an NGO’s site collected the signatures'),
})

/** A petition with all that a council needs to consider it, for machines: `dossier.json`. */
export const dossier = z.object({
  $schema: z.string(),
  madeAt: instant,
  openData: openDataPetition.optional().describe('Fields of the draft national set; once it is published'),
  handover: handover.optional().describe('Once it is published'),
  petition: petitionView,
  log: z
    .object({
      checkpoint: z.string().describe('C2SP tlog-checkpoint, verbatim'),
      verifierKey: z.string().describe('C2SP signed-note key that checks it'),
    })
    .optional(),
  days: daysView,
  signers: z.array(dossierSigner),
})

export type Dossier = z.infer<typeof dossier>
export type DossierSigner = z.infer<typeof dossierSigner>
export type Handover = z.infer<typeof handover>

/** JSON Schema (2020-12) of a dossier. @param url where it is published */
export function dossierSchema(url: string): object {
  return { $id: url, title: 'Viche: a petition’s dossier', ...z.toJSONSchema(dossier) }
}
