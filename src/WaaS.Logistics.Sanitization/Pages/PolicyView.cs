using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Json;
using WaaS.Logistics.Proof.Levels;
using WaaS.Logistics.Sanitization.Policies;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>One version of a policy as a page shows it.</summary>
public sealed record PolicyView(string Id, int Version, DateOnly EffectiveFrom, string Basis, bool InForce, IReadOnlyList<PolicyRuleView> Rules)
{
    internal static IReadOnlyList<PolicyView> Of(PolicyBook book, DateTime now)
    {
        var inForce = book.InForce(now);
        return [.. book.Versions.OrderByDescending(policy => policy.EffectiveFrom).ThenByDescending(policy => policy.Version).Select(policy => new PolicyView(
            policy.Id, policy.Version, policy.EffectiveFrom, policy.Basis, policy == inForce, [.. policy.Rules.Select(PolicyRuleView.Of)]))];
    }
}

public sealed record PolicyRuleView(
    string Need, IReadOnlyList<string>? Media, string Procedure, string? Level, int Passes, double VerifiedPercent, long? Samples, string VerificationBy, string ValidationBy, string Separation, IReadOnlyList<string> DestructionLevels)
{
    internal static PolicyRuleView Of(PolicyRule rule) => new(
        rule.ProtectionNeed, rule.Media?.Select(StrictEnumConverter<MediaType>.NameOf).ToList(), rule.ProcedureKey,
        rule.RequiredLevel is { } level ? StrictEnumConverter<SanitizationLevel>.NameOf(level) : null, rule.Passes.Count, rule.Verification.Percent, rule.Verification.Samples, rule.VerificationBy.ToString(), rule.ValidationBy.ToString(), rule.Separation.ToString(), rule.DestructionLevel);
}
