/** Whether a text-like body of this type gains from compression. */
export function isText(contentType: string): boolean {
  return /^text\/|json|xml|javascript|manifest/.test(contentType)
}
