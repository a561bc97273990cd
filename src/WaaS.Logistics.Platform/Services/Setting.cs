namespace WaaS.Logistics.Platform.Services;

/// <summary>A key an installation may set. The list of them is approved as text: another installation's configuration relies on it.</summary>
/// <param name="Key">Section and key with ':'.</param>
/// <param name="Default">The value that means the same as leaving it out, or in brackets what happens without one.</param>
/// <param name="Allowed">The words, separated by " | ", or what a value must be.</param>
public sealed record Setting(string Key, string Default, string Allowed);
