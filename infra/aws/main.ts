import { App } from 'aws-cdk-lib'
import { bundleFunctions, type Defines } from '../bundle'
import { assemble } from './app'

/**
 * Bundles the functions and writes the cloud assembly where the CDK's command asks for it.
 * @param root absolute path of the repository
 * @param defines names of the styles and scripts that pages load
 */
export async function synthesise(root: string, defines: Defines): Promise<void> {
  await bundleFunctions(root, defines)
  const app = new App()
  assemble(app, root)
  app.synth()
}
