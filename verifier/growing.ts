/** Room for one more in a typed array: the array itself, or a copy twice as long. */
export function roomFor<A extends Uint8Array | BigUint64Array>(array: A, length: number): A {
  if (length <= array.length) return array
  const longer = new (array.constructor as new (length: number) => A)(Math.max(length, array.length * 2))
  longer.set(array as never)
  return longer
}
