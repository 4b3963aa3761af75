import { App } from 'aws-cdk-lib'
import { bundleFunctions } from '../bundle'
import { assemble } from './app'

/**
 * Bundles the functions and writes the cloud assembly where the CDK's command asks for it.
 * @param root absolute path of the repository
 */
export async function synthesise(root: string): Promise<void> {
  await bundleFunctions(root)
  const app = new App()
  assemble(app, root)
  app.synth()
}
