// Solves the proof of work away from the page, so that it stays responsive.
import 'altcha-lib/workers/pbkdf2'
