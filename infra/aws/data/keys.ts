import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/** The keys of an installation. None leaves KMS, and none is deleted with the stack. */
export class Keys extends Construct {
  /** Encrypts the table. */
  readonly table: Key
  /** Roots of every derived key: links, sessions, challenges, throttling. The one in force first. */
  readonly roots: readonly Key[]
  /** Ed25519: signs the checkpoints of signature logs. */
  readonly log: Key

  /** @param generation how often the root was rotated, counted from 1; earlier roots stay to open what they sealed */
  constructor(scope: Construct, id: string, generation: number) {
    super(scope, id)
    this.table = new Key(this, 'Table', {
      description: 'Viche: the table',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.table.addToResourcePolicy(throughDynamoDb(Stack.of(this)))
    this.roots = Array.from({ length: generation }, (_, n) => rootKey(this, n + 1)).reverse()
    this.log = new Key(this, 'Log', {
      description: 'Viche: signs signature logs',
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }
}

function rootKey(scope: Construct, generation: number): Key {
  return new Key(scope, generation === 1 ? 'Root' : `Root${generation}`, {
    description: 'Viche: root of derived keys',
    keySpec: KeySpec.HMAC_256,
    keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    removalPolicy: RemovalPolicy.RETAIN,
  })
}

/**
 * Whoever may use the table may have its items decrypted, and only by DynamoDB. It is the policy of the
 * key that AWS itself keeps for DynamoDB; without it every role would need the key besides the table.
 */
function throughDynamoDb({ account, region }: Stack): PolicyStatement {
  return new PolicyStatement({
    principals: [new AnyPrincipal()],
    actions: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:DescribeKey',
      'kms:CreateGrant',
    ],
    resources: ['*'],
    conditions: {
      StringEquals: {
        'kms:CallerAccount': account,
        'kms:ViaService': `dynamodb.${region}.amazonaws.com`,
      },
    },
  })
}
