import { type App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { DataStack } from './data/data-stack'
import { readDeployment } from './deployment'
import { GuardStack } from './guard/guard-stack'
import { ServiceStack } from './service/service-stack'

/**
 * The whole cloud: what must never be lost in one stack, what can be built again from it in the other, and the web ACL
 * for who wants one in a third.
 * Every synthesis is checked against the AWS Solutions rules.
 * @param root absolute path of the repository; the functions' bundles must exist
 * @throws Error that names the wrong or missing context value
 */
export function assemble(app: App, root: string): { data: DataStack; service: ServiceStack } {
  const deployment = readDeployment((name) => app.node.tryGetContext(name))
  const env = { account: deployment.account, region: deployment.region }
  const data = new DataStack(app, 'VicheData', {
    env,
    terminationProtection: true,
    rootGeneration: deployment.rootGeneration,
  })
  const service = new ServiceStack(app, 'Viche', { env, root, deployment, data })
  // Where CloudFront looks for it.
  new GuardStack(app, 'VicheGuard', { env: { account: deployment.account, region: 'us-east-1' } })
  Tags.of(app).add('product', 'viche')
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return { data, service }
}
