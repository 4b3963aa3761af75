import { paths } from '../../addresses'

/** Stands in the commands for the id of the reader's petition. */
export const PETITION = 'PETITION'

/** What an organisation types to mirror a log, by the step of the page; each line is run by a test. */
export function mirrorCommands(publicUrl: string, language: string) {
  const address = `${publicUrl}${paths.petition(PETITION)}`
  const verify = `node viche.mjs verify ${address} --key "$(cat verifier-key)" --keep kept --mirror mirror${language}`
  return {
    prepare: [
      'mkdir -p ~/viche && cd ~/viche',
      `curl -fsSLO ${publicUrl}/verify/viche.mjs`,
      `curl -fsSLO ${publicUrl}/log/verifier-key`,
    ],
    verify: [verify],
    nightly: [
      'MAILTO=web@example.org',
      'PATH=/usr/local/bin:/usr/bin:/bin',
      `17 3 * * * cd ~/viche && (${verify}) > last.log 2>&1 || cat last.log`,
    ],
    offline: [`node viche.mjs verify mirror --key "$(cat verifier-key)" --keep kept${language}`],
    serve: [
      'server {',
      '  listen 80;',
      '  server_name mirror.example.org;',
      '  root /srv/viche/mirror;',
      '  default_type application/octet-stream;',
      '  location / { try_files $uri $uri/index.json =404; }',
      '  location /.viche/ { return 404; }',
      '}',
    ],
    compare: [
      `mkdir -p others/${PETITION}`,
      `curl -fsSL https://mirror.example.org/log/${PETITION}/checkpoint -o others/${PETITION}/checkpoint`,
      `node viche.mjs verify ${address} --key "$(cat verifier-key)" --keep others${language}`,
    ],
  } as const satisfies Record<string, readonly string[]>
}
