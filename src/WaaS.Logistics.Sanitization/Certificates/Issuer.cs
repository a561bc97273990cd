using Microsoft.Extensions.Configuration;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Proof.Certificates;

namespace WaaS.Logistics.Sanitization.Certificates;

/// <summary>Who issues certificates, section <c>Issuer</c>. Without any configuration it is the product's own name, and everything works.</summary>
internal sealed record Issuer(string Name, string? Number, IReadOnlyList<string> Address, string? Contact)
{
    private static readonly string[] Keys = ["Name", "Number", "Address", "Contact"];

    /// <exception cref="SettingsException">A key or value is wrong.</exception>
    public static Issuer Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Issuer");
        if (section.GetChildren().FirstOrDefault(child => !Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new SettingsException($"There is no setting 'Issuer:{unknown.Key}'. Known are: {string.Join(", ", Keys.Select(key => "Issuer:" + key))}.");
        var name = section["Name"] is { Length: > 0 } set ? set.Trim() : "WaaS.Logistics";
        if (name.Length > 64)
            throw new SettingsException("Issuer:Name has more than 64 characters, which a signing certificate cannot carry.");
        var lines = (section["Address"] ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new Issuer(name, Text(section["Number"]), lines, Text(section["Contact"]));
    }

    public CertificateParty ToParty() => new() { Name = Name, Number = Number, Address = Address, Contact = Contact };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
