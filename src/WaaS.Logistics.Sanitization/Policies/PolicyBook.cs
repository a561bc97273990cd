using System.Text.Json;
using System.Text.Json.Serialization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Sanitization.Policies;

/// <summary>All versions of all policies, from the data file in the program.</summary>
internal sealed class PolicyBook
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public PolicyBook(IReadOnlyList<Policy> versions) => Versions = versions;

    public IReadOnlyList<Policy> Versions { get; }

    public static PolicyBook Default { get; } = Read();

    /// <summary>The newest version in force at this moment.</summary>
    /// <param name="now">UTC; days begin in Berlin.</param>
    public Policy InForce(DateTime now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, Berlin));
        return Versions.Where(policy => policy.EffectiveFrom <= today).OrderBy(policy => policy.EffectiveFrom).ThenBy(policy => policy.Version).LastOrDefault()
            ?? throw new RefusedException("no-policy", "No policy is in force yet; nothing may be wiped before one is.").Worded("no-policy-yet");
    }

    /// <summary>What that version asks for the need on the medium.</summary>
    /// <param name="medium">As the station sees it; null when it cannot tell.</param>
    /// <exception cref="RefusedException">The policy does not know the need or the medium; nothing is guessed.</exception>
    public PolicyRule Rule(Policy policy, string protectionNeed, MediaType? medium) => policy.For(protectionNeed, medium)
        ?? throw (policy.Names(protectionNeed)
            ? new RefusedException("medium-unknown", $"Policy {policy.Id}/{policy.Version} asks what the carrier stores on, and says nothing for '{medium?.ToString() ?? "not known"}'. Look at the carrier; what nobody can tell is destroyed.", arguments: [medium?.ToString() ?? "?"])
            : Unnamed(policy, protectionNeed));

    /// <summary>Least levels of destruction for the need; they are the same for all media.</summary>
    public IReadOnlyList<string> DestructionLevels(Policy policy, string protectionNeed) =>
        policy.Rules.FirstOrDefault(rule => rule.ProtectionNeed == protectionNeed)?.DestructionLevel ?? throw Unnamed(policy, protectionNeed);

    private static RefusedException Unnamed(Policy policy, string protectionNeed) =>
        new("no-policy", $"Policy {policy.Id}/{policy.Version} says nothing for the protection need '{protectionNeed}'. Correct the need in the contract, or add a rule.", arguments: [protectionNeed]);

    public PolicyRule Rule(string id, int version, string protectionNeed, MediaType? medium) =>
        Rule(Versions.Single(policy => policy.Id == id && policy.Version == version), protectionNeed, medium);

    private static PolicyBook Read()
    {
        using var file = typeof(PolicyBook).Assembly.GetManifestResourceStream("WaaS.Logistics.Sanitization.Policies.default-policy.json")!;
        return new PolicyBook(JsonSerializer.Deserialize<Policy[]>(file, Json)!);
    }
}
