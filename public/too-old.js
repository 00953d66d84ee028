// For browsers without modules, which never load boot.js: shows #failure as it is written.
(function () {
  var link = document.getElementById('failure-link');
  link.value = location.href;
  document.getElementById('failure-copy').onclick = function () { link.select(); document.execCommand('copy'); };
  document.getElementById('failure-reload').onclick = function () { location.reload(); };
  document.getElementById('failure').removeAttribute('hidden');
})();
