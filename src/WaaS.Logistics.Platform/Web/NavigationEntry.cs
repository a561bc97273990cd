namespace WaaS.Logistics.Platform.Web;

/// <summary>One place in the header's navigation. Shown to people who have one of the roles.</summary>
/// <param name="Icon">A name of <see cref="Components.Icon"/>.</param>
public sealed record NavigationEntry(string Path, LocalTexts Texts, string Key, string Icon, params string[] Roles);

/// <summary>The navigation of the whole product, also of services that run in another process.</summary>
/// <param name="FindPath">Where the header's scan field leads, with <c>?q=</c>; absent where no service answers it.</param>
public sealed record Navigation(IReadOnlyList<NavigationEntry> Entries, string? FindPath);
