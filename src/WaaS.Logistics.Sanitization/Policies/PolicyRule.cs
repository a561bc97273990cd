using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.Policies;

[JsonConverter(typeof(JsonStringEnumConverter<DecidedBy>))]
internal enum DecidedBy
{
    Policy,
    Person,
}

/// <summary>One version of a policy: from when, and what it asks for each protection need. A version is never changed, only followed by the next.</summary>
internal sealed record Policy(string Id, int Version, DateOnly EffectiveFrom, string Basis, IReadOnlyList<PolicyRule> Rules)
{
    /// <returns>Null for a need the policy does not name: then nothing is handed out.</returns>
    public PolicyRule? For(string protectionNeed) => Rules.SingleOrDefault(rule => rule.ProtectionNeed == protectionNeed);
}

/// <param name="VerificationBy">Who says that it worked: the rules alone, or a person after them.</param>
/// <param name="ValidationBy">Who says that what remains is acceptable (NIST SP 800-88r2 4.5.2).</param>
/// <param name="DestructionLevel">Least level by category, for carriers that cannot be sanitized (DIN 66399).</param>
internal sealed record PolicyRule(
    string ProtectionNeed,
    string ProcedureKey,
    IReadOnlyList<ProcedurePass> Passes,
    RequiredVerification Verification,
    DecidedBy VerificationBy,
    DecidedBy ValidationBy,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Separation>))] Separation Separation,
    IReadOnlyList<string> DestructionLevel);
