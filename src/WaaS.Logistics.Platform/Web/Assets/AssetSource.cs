using System.Reflection;

namespace WaaS.Logistics.Platform.Web.Assets;

/// <summary>An assembly whose files below <c>wwwroot/</c> are served; register one for what belongs to no service.</summary>
public sealed record AssetSource(string Owner, Assembly Assembly);
