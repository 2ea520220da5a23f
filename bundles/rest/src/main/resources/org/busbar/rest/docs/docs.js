"use strict";

// The token is kept in this page only, and sent to this server only.
let token = "";

function withToken(request) {
  const here = new URL(request.url, location.href).origin === location.origin;
  if (token && here && !request.headers.Authorization) {
    request.headers.Authorization = "Bearer " + token;
  }
  return request;
}

function show() {
  const explorer = SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#explorer",
    deepLinking: true,
    docExpansion: "none",
    defaultModelsExpandDepth: 0,
    filter: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: withToken,
    onComplete: () => token && explorer.preauthorizeApiKey("bearer", token),
  });
}

document.getElementById("who").addEventListener("submit", (event) => {
  event.preventDefault();
  token = document.getElementById("token").value.trim();
  show();
});

show();
