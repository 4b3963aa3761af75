// All that a petition's page needs, in one file: a request costs more than what is in it.
import './copy'
import './count'
