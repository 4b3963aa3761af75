import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A part of a template: JSON whose shape differs with each type of resource. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into it and fail where it is otherwise
export type Json = any

export interface Resource {
  readonly id: string
  readonly type: string
  readonly properties: Record<string, Json>
}

/** What `npx cdk synth` wrote, and what it said. */
export class Cloud {
  private readonly all: readonly Resource[]

  constructor(
    /** Folder of the cloud assembly, outside the repository: nothing in it finds node_modules. */
    readonly folder: string,
    readonly said: string,
  ) {
    this.all = ['VicheData', 'Viche', 'VicheGuard'].flatMap((stack) =>
      resourcesOf(join(folder, `${stack}.template.json`)),
    )
  }

  /** The resources of all stacks of one type. */
  resources(type: string): Resource[] {
    return this.all.filter((resource) => resource.type === type)
  }

  /** A template's value with each reference replaced by what it could stand for after deployment. */
  plausible(value: Json): string {
    if (typeof value !== 'object') return String(value)
    if ('Fn::Join' in value) {
      const [separator, parts] = value['Fn::Join']
      return parts.map((part: Json) => this.plausible(part)).join(separator)
    }
    const isQueue = this.resources('AWS::SQS::Queue').some(({ id }) => id === value.Ref)
    return isQueue ? `https://sqs.eu-central-1.amazonaws.com/111111111111/${value.Ref}` : 'some-name'
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/**
 * Synthesises as its users do, with no credentials, no home and no settings of this machine.
 * @throws Error with what the CDK said, for one a finding of the AWS Solutions rules
 */
export function synthesised(context: Record<string, string>): Cloud {
  const folder = mkdtempSync(join(tmpdir(), 'viche-cdk-'))
  const values = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const done = spawnSync('npx', ['cdk', 'synth', '--quiet', '--output', folder, ...values], {
    env: { PATH: process.env.PATH, HOME: folder, NPM_CONFIG_UPDATE_NOTIFIER: 'false' },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(done.stderr)
  return new Cloud(folder, done.stderr)
}

function resourcesOf(file: string): Resource[] {
  const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Json> }
  return Object.entries(Resources).map(([id, { Type, Properties }]) => ({
    id,
    type: Type,
    properties: Properties,
  }))
}
