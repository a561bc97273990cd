using Microsoft.AspNetCore.Http;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Web;

/// <summary>The address to put into links that leave this browser: the configured one, else the one it was asked at.</summary>
public sealed class PublicAddress(PlatformSettings settings)
{
    public string Of(HttpContext http) => settings.PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}";
}
