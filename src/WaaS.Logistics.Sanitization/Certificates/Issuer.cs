using Microsoft.Extensions.Configuration;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Proof.Certificates;

namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>Who issues certificates, section <c>Issuer</c>. Without any configuration it is the product's own name, and everything works.</summary>
internal sealed record Issuer(string Name, string? Number, IReadOnlyList<string> Address, string? Contact)
{
    private const int LongestName = 64;

    public static IReadOnlyList<Setting> Known { get; } =
    [
        new("Issuer:Name", "WaaS.Logistics", $"up to {LongestName} characters"),
        new("Issuer:Number", "(none)", "a registration number"),
        new("Issuer:Address", "(none)", "lines, separated by |"),
        new("Issuer:Contact", "(none)", "a telephone number or an address"),
    ];

    /// <exception cref="SettingsException">A key or value is wrong.</exception>
    public static Issuer Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Issuer");
        PlatformSettings.RequireKnown(section, Known);
        var name = section["Name"] is { Length: > 0 } set ? set.Trim() : "WaaS.Logistics";
        if (name.Length > LongestName)
            throw new SettingsException($"Issuer:Name has more than {LongestName} characters, which a signing certificate cannot carry.");
        var lines = (section["Address"] ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new Issuer(name, Text(section["Number"]), lines, Text(section["Contact"]));
    }

    public CertificateParty ToParty() => new() { Name = Name, Number = Number, Address = Address, Contact = Contact };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
