export declare const root: string
export declare class SetupError extends Error {}
export declare function ensurePackages(): void
export declare function ensureJava(): string
export declare function ensureChromium(): string
export declare function nodeBinary(): string
export declare function bundle(
  entry: string,
  outfile: string,
  define?: Record<string, string>,
): Promise<string>
export declare function buildAssets(folder: string): Promise<Record<string, string>>
export declare function endBundler(): Promise<void>
