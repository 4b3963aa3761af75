// RFC 3161 brings a library of ASN.1 with it: it is loaded only for logs that have time stamps.
export { stampsBy } from '../../verifier/time-stamps'
