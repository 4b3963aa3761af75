/** Files that are shipped with a function, such as typefaces; they never change while it runs. */
export interface BundledFiles {
  /** @throws Error where there is none of this name */
  read(name: string): Promise<Uint8Array>
}
