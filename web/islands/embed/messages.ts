/**
 * What a framed petition tells the page around it. Nothing that was typed is among it: the page learns that
 * somebody asked for the mail, never who.
 */
export type FrameMessage =
  | { readonly viche: 1; readonly type: 'size'; readonly height: number; readonly title: string }
  | { readonly viche: 1; readonly type: 'sent' }

/** The shape of a message; whom it came from is for the receiver to check. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  const message = data as Partial<Record<string, unknown>> | null
  if (typeof message !== 'object' || message === null || message.viche !== 1) return false
  if (message.type === 'sent') return true
  return message.type === 'size' && typeof message.height === 'number' && typeof message.title === 'string'
}
