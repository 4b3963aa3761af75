// CloudFront function (JavaScript runtime 2.0): a page's address to the file that holds the page.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request
  const lastPart = request.uri.slice(request.uri.lastIndexOf('/') + 1)
  if (lastPart === '') request.uri += 'index.html'
  else if (!lastPart.includes('.')) request.uri += '/index.html'
  return request
}
