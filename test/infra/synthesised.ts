import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { assemble } from '../../infra/aws/app'
import { bundleFunctions } from '../../infra/bundle'

/** A part of a template: JSON whose shape differs with each type of resource. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into it and fail where it is otherwise
export type Json = any

export interface Resource {
  readonly id: string
  readonly type: string
  readonly properties: Record<string, Json>
}

export interface Cloud {
  readonly data: Template
  readonly service: Template
  /** The resources of both stacks of one type. */
  resources(type: string): Resource[]
}

/**
 * The real cloud assembly with the real bundles, checked by the AWS Solutions rules on the way.
 * @throws what the CDK throws on a finding that is not acknowledged
 */
export async function synthesised(context: Record<string, string> = {}): Promise<Cloud> {
  const root = process.cwd()
  await bundleFunctions(root)
  const outdir = mkdtempSync(join(tmpdir(), 'viche-cdk-'))
  try {
    const stacks = assemble(new App({ outdir, context }), root)
    const data = Template.fromStack(stacks.data)
    const service = Template.fromStack(stacks.service)
    return { data, service, resources: (type) => [data, service].flatMap((stack) => ofType(stack, type)) }
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}

function ofType(template: Template, type: string): Resource[] {
  const found = Object.entries(template.findResources(type))
  return found.map(([id, resource]) => ({ id, type, properties: resource.Properties }))
}

/** A value of a template with each reference replaced by what it could stand for after deployment. */
export function plausible(value: Json, cloud: Cloud): string {
  if (typeof value !== 'object') return String(value)
  if ('Fn::Join' in value) {
    const [separator, parts] = value['Fn::Join']
    return parts.map((part: unknown) => plausible(part, cloud)).join(separator)
  }
  if ('Ref' in value && cloud.resources('AWS::SQS::Queue').some(({ id }) => id === value.Ref)) {
    return `https://sqs.eu-central-1.amazonaws.com/111111111111/${value.Ref}`
  }
  return 'some-name'
}
