import type { Locale } from '../shared/locale'
import type { PetitionView } from '../shared/petition/view'
import { href, paths } from './addresses'
import { excerpt } from './excerpt'
import { nameOf } from './texts/speech'

/** A published petition in words of schema.org: a work with its author, its addressee and how many endorse it. */
export function petitionData(
  locale: Locale,
  petition: PetitionView,
  publicUrl: (path: string) => string,
): object {
  const { id, title, text, author, community, count } = petition
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    genre: 'petition',
    url: publicUrl(href(locale, paths.petition(id))),
    identifier: id,
    name: title,
    abstract: excerpt(text, 160),
    inLanguage: petition.locale,
    datePublished: petition.publishedAt,
    author: { '@type': 'Person', name: nameOf(author) },
    audience: { '@type': 'GovernmentOrganization', name: community.council[locale] },
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/EndorseAction',
      userInteractionCount: count,
    },
  }
}
