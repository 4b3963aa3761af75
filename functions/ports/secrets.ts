/** Secrets that somebody else gave the installation. They stand in no template, log or file of the product. */
export interface Secrets {
  /** @throws Error that names the secret, never its value, where there is none */
  read(name: string): Promise<string>
}
