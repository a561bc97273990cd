namespace WaaS.Logistics.Platform.Web.Components;

/// <summary>The outlines of <see cref="Icon"/>, by name.</summary>
public static class Icons
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["home"] = "M3 11 12 4l9 7M5 10v10h5v-6h4v6h5V10",
        ["inbox"] = "M3 13h5l2 3h4l2-3h5M3 13 6 4h12l3 9v7H3z",
        ["shield"] = "M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6z",
        ["shield-check"] = "M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6zM8 12l3 3 5-6",
        ["wrench"] = "M20 6a5 5 0 0 1-7 6L6 19a2 2 0 0 1-3-3l7-7a5 5 0 0 1 6-7l-3 3 3 3z",
        ["shelf"] = "M4 3v18M20 3v18M4 9h16M4 17h16M7 5h4v4H7zM13 12h4v5h-4z",
        ["chain"] = "M10 14a4 4 0 0 1 0-6l2-2a4 4 0 0 1 6 6l-1 1M14 10a4 4 0 0 1 0 6l-2 2a4 4 0 0 1-6-6l1-1",
        ["document"] = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        ["settings"] = "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
        ["person"] = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c1-5 4-7 8-7s7 2 8 7",
        ["badge"] = "M5 6h14v15H5zM10 6V3h4v3M12 11a2 2 0 1 0 0 4 2 2 0 0 0 0-4M8 19c1-2 7-2 8 0",
        ["station"] = "M3 4h18v12H3zM8 21h8M12 16v5",
        ["ok"] = "M4 12l5 6L20 6",
        ["again"] = "M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5",
        ["look"] = "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
        ["stop"] = "M8 2h8l6 6v8l-6 6H8l-6-6V8zM8 8l8 8M16 8l-8 8",
        ["warning"] = "M12 3 2 20h20zM12 10v4M12 17v.5",
        ["search"] = "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15 15l6 6",
        ["scan"] = "M3 8V4h4M17 4h4v4M21 16v4h-4M7 20H3v-4M7 8v8M11 8v8M14 8v8M17 8v8",
        ["camera"] = "M4 7h4l2-3h4l2 3h4v13H4zM12 9a4 4 0 1 0 0 8 4 4 0 0 0 0-8",
        ["picture"] = "M3 4h18v16H3zM3 17l6-6 5 5 3-3 4 4M15 7h.01",
        ["lock"] = "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4",
        ["unlock"] = "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8-1",
        ["sign-out"] = "M14 4H4v16h10M10 12h11M17 8l4 4-4 4",
        ["clock"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l4 2",
        ["printer"] = "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
        ["download"] = "M12 3v12M7 10l5 5 5-5M4 20h16",
        ["upload"] = "M12 16V4M7 9l5-5 5 5M4 20h16",
        ["undo"] = "M8 5 3 10l5 5M3 10h11a6 6 0 0 1 0 11h-3",
        ["plus"] = "M12 4v16M4 12h16",
        ["close"] = "M5 5l14 14M19 5 5 19",
        ["arrow-right"] = "M4 12h16M14 6l6 6-6 6",
        ["parcel"] = "M3 7l9-4 9 4v10l-9 4-9-4zM3 7l9 4 9-4M12 11v10",
        ["truck"] = "M2 6h12v10H2zM14 10h4l4 3v3h-8zM6 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4M18 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
        ["device"] = "M5 5h14v10H5zM2 19h20M9 15v4M15 15v4",
        ["carrier"] = "M4 4h16v16H4zM12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10M12 12h.01M17 18h.01",
        ["certificate"] = "M4 4h16v11H4zM8 8h8M8 11h5M15 15v6l2-2 2 2v-6",
        ["euro"] = "M18 6a7 7 0 1 0 0 12M4 10h9M4 14h9",
        ["list"] = "M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01",
        ["message"] = "M3 5h18v13H9l-5 4v-4H3z",
        ["history"] = "M4 12a8 8 0 1 1 3 6M4 20v-5h5M12 8v4l3 2",
        ["pulse"] = "M2 12h5l3-8 4 16 3-8h5",
    };

    public static IReadOnlyCollection<string> Names => Paths.Keys;

    public static string Path(string name) => Paths.TryGetValue(name, out var path)
        ? path
        : throw new ArgumentException($"There is no icon '{name}'. Known are: {string.Join(", ", Paths.Keys.Order())}.", nameof(name));
}
