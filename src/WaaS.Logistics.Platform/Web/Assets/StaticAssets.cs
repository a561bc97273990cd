using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace WaaS.Logistics.Platform.Web.Assets;

/// <summary>
/// Style sheets, scripts and pictures, embedded in the assemblies under <c>wwwroot/</c> and served as <c>/assets/{version}/{service}/{file}</c>.
/// The version is the hash of them all: the browser keeps them for ever, modules find each other by relative paths, and a new build has new addresses.
/// </summary>
public sealed class StaticAssets
{
    private const string Prefix = "wwwroot/";
    private readonly Dictionary<string, Asset> _assets = new(StringComparer.Ordinal);

    // A worker's policy is that of its own file: only there may WebAssembly be compiled, and no page needs to allow it.
    private const string WorkerEnding = ".worker.js";
    private const string WorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

    public StaticAssets(IEnumerable<AssetSource> sources)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (owner, assembly) in sources)
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var asset = Read(assembly, name);
                _assets[$"{owner}/{name[Prefix.Length..]}"] = asset;
                all.AppendData(asset.Content);
            }
        Version = Convert.ToHexStringLower(all.GetHashAndReset())[..16];
    }

    public string Version { get; }

    /// <param name="path"><c>{service}/{file}</c>, for example <c>platform/waas.css</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such asset: a page would miss it silently.</exception>
    public string Address(string path) => _assets.ContainsKey(path)
        ? $"/assets/{Version}/{path}"
        : throw new InvalidOperationException($"There is no asset '{path}'. It is a file below wwwroot/ of its service.");

    /// <returns>Where the asset is served; <c>null</c> in a house without its owner.</returns>
    public string? Find(string path) => _assets.ContainsKey(path) ? Address(path) : null;

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{version}/{**path}", Serve).AllowAnonymous().ExcludeFromDescription();

    private IResult Serve(string version, string path, HttpContext http)
    {
        if (!_assets.TryGetValue(path, out var asset))
            return TypedResults.NotFound();
        // An address of another build gets today's file, but nobody may keep it under that name.
        http.Response.Headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-store";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (path.EndsWith(WorkerEnding, StringComparison.Ordinal))
            http.Response.Headers.ContentSecurityPolicy = WorkerPolicy;
        var brotli = asset.Brotli is not null && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (brotli)
            http.Response.Headers.ContentEncoding = "br";
        return TypedResults.Bytes(brotli ? asset.Brotli! : asset.Content, asset.ContentType);
    }

    private static Asset Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = ContentTypeOf(name);
        return new Asset(content, type, type.StartsWith("text/", StringComparison.Ordinal) || type == "image/svg+xml" ? Compress(content) : null);
    }

    private static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Optimal))
            brotli.Write(content);
        return target.ToArray();
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".wasm" => "application/wasm",
        ".woff2" => "font/woff2",
        ".json" or ".webmanifest" => "application/json",
        var other => throw new InvalidOperationException($"'{name}': files ending in '{other}' have no content type here."),
    };

    private sealed record Asset(byte[] Content, string ContentType, byte[]? Brotli);
}
