import type { FunctionName } from '../../functions/environment'
import type { FunctionShape } from './shape'

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] as const
const WRITE = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
] as const

/** Every function: what wakes it, what it may touch, how large it is. */
export const functions: Readonly<Record<FunctionName, FunctionShape>> = {
  api: {
    entry: 'functions/entries/api.ts',
    trigger: { kind: 'http' },
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [
      { on: 'table', actions: [...READ, ...WRITE] },
      { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
      { on: 'root-key', actions: ['kms:GenerateMac'] },
      { on: 'log-key', actions: ['kms:GetPublicKey'] },
    ],
    files: {
      'disposable-domains.json': 'disposable-email-domains-js/dist/dict/disposable_email_blocklist.json',
    },
  },
  receipts: {
    entry: 'functions/entries/receipts.ts',
    trigger: { kind: 'http' },
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [
      { on: 'table', actions: [...READ] },
      { on: 'objects', actions: ['s3:GetObject'] },
    ],
  },
  search: {
    entry: 'functions/entries/search.ts',
    trigger: { kind: 'http' },
    // A whole processor, so that a new process has the index of a large site in a few seconds.
    memoryMb: 1769,
    timeoutSeconds: 20,
    grants: [{ on: 'objects', actions: ['s3:GetObject'] }],
  },
  pages: {
    entry: 'functions/entries/pages.ts',
    trigger: { kind: 'http' },
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [
      { on: 'table', actions: [...READ, ...WRITE] },
      { on: 'root-key', actions: ['kms:GenerateMac'] },
      { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
    ],
  },
  residents: {
    entry: 'functions/entries/residents.ts',
    trigger: { kind: 'http' },
    memoryMb: 512,
    // Longer than an identity provider is waited for.
    timeoutSeconds: 20,
    grants: [
      { on: 'table', actions: [...READ, ...WRITE] },
      { on: 'root-key', actions: ['kms:GenerateMac'] },
      { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
      {
        on: 'secrets',
        names: ['openid-client-secret', 'id-gov-ua-client-secret'],
        actions: ['ssm:GetParameter'],
      },
    ],
  },
  staff: {
    entry: 'functions/entries/staff.ts',
    trigger: { kind: 'http' },
    memoryMb: 512,
    // Longer than a council's provider is waited for.
    timeoutSeconds: 20,
    grants: [
      { on: 'table', actions: [...READ, ...WRITE] },
      { on: 'objects', actions: ['s3:GetObject', 's3:PutObject'] },
      { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
      { on: 'root-key', actions: ['kms:GenerateMac'] },
      { on: 'council-secrets', actions: ['ssm:GetParameter'] },
    ],
    files: {
      'mozjpeg_dec.wasm': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
      'squoosh_png.wasm': '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
      'webp_dec.wasm': '@jsquash/webp/codec/dec/webp_dec.wasm',
    },
  },
  documents: {
    entry: 'functions/entries/documents.ts',
    trigger: { kind: 'http' },
    // A whole processor, and room for a file of 100,000 signers. Whoever waits is answered within seconds;
    // the rest of the time is for what it makes in the background.
    memoryMb: 1769,
    timeoutSeconds: 300,
    grants: [
      // It counts what a key asks for, notes its use, and adds a line to the staff's trail for each dossier.
      { on: 'table', actions: [...READ, 'dynamodb:PutItem', 'dynamodb:UpdateItem'] },
      { on: 'objects', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
      { on: 'root-key', actions: ['kms:GenerateMac'] },
      { on: 'self', actions: ['lambda:InvokeFunction'] },
    ],
    files: {
      'DejaVuSans.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
      'DejaVuSans-Bold.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
      'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
    },
  },
  sequence: {
    entry: 'functions/entries/sequence.ts',
    trigger: {
      kind: 'stream',
      batchSize: 1000,
      windowSeconds: 1,
      filters: [{ events: ['INSERT'], pk: { prefix: 'SIGNATURES#' } }],
      maxRetries: 50,
    },
    memoryMb: 512,
    timeoutSeconds: 60,
    grants: [
      { on: 'table', actions: [...READ, ...WRITE] },
      { on: 'objects', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
      { on: 'log-key', actions: ['kms:Sign', 'kms:GetPublicKey'] },
    ],
  },
  react: {
    entry: 'functions/entries/react.ts',
    trigger: {
      kind: 'stream',
      batchSize: 100,
      windowSeconds: 1,
      filters: [
        { events: ['INSERT', 'MODIFY'], pk: { prefix: 'PETITION#' } },
        { events: ['INSERT', 'MODIFY'], pk: { prefix: 'COMMUNITIES' } },
        { events: ['INSERT', 'MODIFY'], pk: { prefix: 'HOSTS' } },
        // A step of an answer's draft: the head or the secretary is to be told.
        { events: ['INSERT'], pk: { prefix: 'DESK#' }, sk: { prefix: 'ANSWER#' } },
        // An annulment that the log has taken: its signer is to be told.
        { events: ['MODIFY'], pk: { prefix: 'SIGNATURES#' }, sk: { prefix: 'ANNULMENT#' } },
      ],
      maxRetries: 50,
    },
    memoryMb: 512,
    timeoutSeconds: 60,
    grants: [
      { on: 'table', actions: [...READ] },
      { on: 'objects', actions: ['s3:GetObject', 's3:PutObject'] },
      { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
      { on: 'log-key', actions: ['kms:GetPublicKey'] },
    ],
  },
  deliver: {
    entry: 'functions/entries/deliver.ts',
    trigger: { kind: 'queue', queue: 'mail', batchSize: 10, concurrency: 5 },
    memoryMb: 512,
    timeoutSeconds: 50,
    grants: [
      { on: 'table', actions: [...READ, ...WRITE] },
      { on: 'root-key', actions: ['kms:GenerateMac'] },
      { on: 'mail', actions: ['ses:SendEmail'] },
      { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
      { on: 'objects', actions: ['s3:GetObject'] },
    ],
  },
  sweep: {
    entry: 'functions/entries/sweep.ts',
    trigger: { kind: 'schedule', everyMinutes: 1 },
    memoryMb: 512,
    timeoutSeconds: 55,
    grants: [
      { on: 'table', actions: [...READ, ...WRITE] },
      { on: 'objects', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
      { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
      { on: 'root-key', actions: ['kms:GenerateMac'] },
      { on: 'log-key', actions: ['kms:Sign', 'kms:GetPublicKey'] },
    ],
  },
}
