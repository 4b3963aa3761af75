import type { mirror as uk } from '../uk/mirror'

export const mirror: typeof uk = {
  title: 'Mirroring a signature log',
  description:
    'How to keep your own copy of a petition’s log and verify every night that nothing was changed.',
  lead: 'A site cannot show different logs to different people where several independent organisations hold copies. To keep one, a computer that runs at night and ten minutes of setting up are enough.',
  needs:
    'You need Node.js 20 or later and curl, and about 0.4 MB of space for each thousand signatures. Neither an account nor permission is needed: all files of the log are open.',
  placeholder:
    'In the commands, put the ten characters of the petition’s address in place of PETITION: they follow “/petitions/” in it.',
  steps: {
    prepare: {
      title: 'Download the program and the key',
      text: 'The program is one file without dependencies. Save the verifier key once and leave it as it is: it is what reveals that somebody else has signed the log.',
    },
    verify: {
      title: 'Verify the log and make a copy',
      text: 'The copy goes to the folder mirror, laid out as on the site. A checkpoint stays in the folder kept: next time the program holds the log against it, so that nothing can have been removed or changed. Both folders change only when everything holds. A thousand signatures take seconds, a million some minutes.',
    },
    nightly: {
      title: 'Verify every night',
      text: 'Add these lines to your schedule (crontab -e) with your own address. Mail comes only when something does not hold or the site did not answer; the full result of the latest run is always in the file last.log. Only what is new is downloaded. If your Node.js is in another folder, add that to PATH: “command -v node” shows it.',
    },
    offline: {
      title: 'Verify the copy itself',
      text: 'A copy can be verified without a network, even after the site is gone. Where it holds several petitions, name the folder of one: mirror/log/PETITION.',
    },
    serve: {
      title: 'Open the copy to everybody',
      text: 'Any web server can serve the folder mirror: it holds nothing but files. This is how nginx is set up:',
    },
    compare: {
      title: 'Compare with other mirrors',
      text: 'Take the checkpoint of another mirror and verify the site against it. If you and they were shown the same log, the program says that it has only grown since then.',
    },
  },
  codes: 'Exit codes: 0 everything holds, 1 something does not hold, 2 it could not be verified.',
  failed: {
    title: 'If something does not hold',
    text: 'Delete nothing. What was read this time lies in the folder mirror/.viche/refused; the earlier copy and checkpoint are unchanged. Every checkpoint bears the site’s signature, so two that contradict each other are a proof that the site cannot deny. Tell the community, those who keep other mirrors, and the site’s operator.',
  },
  publish: {
    title: 'Publish the key on your own site',
    text: 'Put the verifier key on your site beside the mirror. Then it can be compared with several sources, and nobody can replace it unnoticed.',
  },
  verify: 'Verify in the browser',
}
