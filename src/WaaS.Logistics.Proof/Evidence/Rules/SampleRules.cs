namespace WaaS.Logistics.Proof.Evidence.Rules;

/// <summary>What is told of samples is computed again: their number from size and order, what can be left from their number, and from seed, size and order the places themselves.</summary>
internal static class SampleRules
{
    private const string Count = "$.carrier.verification.sampleCount", Seed = "$.carrier.verification.sampleSeed";

    public static void Drawn(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        var carrier = document.Carrier;
        var found = carrier.Verification;
        var sampled = found.Type is VerificationType.Sampled;
        findings.Need(!sampled || (SampleCounts.IsSeed(found.SampleSeed) && found.SampleCount > 0), Seed, "sampleNotReproducible");
        findings.Need(found.Type is not VerificationType.Full || found is { SampleSeed: null, SampleCount: null }, Count, "sampleOfAll");

        var last = carrier.Steps.Count > 0 ? carrier.Steps[^1] : null;
        var path = $"$.carrier.steps[{carrier.Steps.Count - 1}]";
        if (sampled)
        {
            // Marks stand at the places before the erase; everything else must not be foreseen by who erases.
            var marks = last?.Look?.LookedFor is LookedFor.Marks;
            findings.Need(last?.Look?.SeedDrawnAfter == (marks ? TriState.No : TriState.Yes), $"{path}.look.seedDrawnAfter", marks ? "marksDrawnAfter" : "seedForeseen");
            if (last?.Look is { LookedFor: not LookedFor.Marks } drawn) Bound(found.SampleSeed, drawn.SeedFrom, expected.Seed, $"{path}.look.seedFrom", findings);
        }
        findings.Need(last?.Look?.SeedFrom is null || (sampled && last.Look.LookedFor is LookedFor.Stream), $"{path}.look.seedFrom", "seedOfNothing");
        if (last?.Look is not { } look) return;

        var samples = found.SampleCount ?? 0;
        var (looked, stillThere) = (sampled ? samples : (long?)null, last.Mismatches ?? -1);
        findings.Need(SampleCounts.IsBound(look.LeftAtMost, looked, stillThere), $"{path}.look.leftAtMost", "otherBound", look.LeftAtMost, SampleCounts.LeftAtMost(looked, stillThere));
        findings.Need(sampled || look.PlacesDigest is null, $"{path}.look.placesDigest", "sampleOfAll");
        if (!sampled) return;

        // Less than a sector could match by chance, or miss what stands beside it.
        findings.Need(look.BlockBytes >= 512 && last.BytesVerified == SampleCounts.Bytes(samples, carrier.CapacityReportedBytes, look.BlockBytes), $"{path}.bytesVerified", "otherBytesThanSamples", last.BytesVerified, found.SampleCount);
        var ordered = SampleCounts.Ordered(expected.Verification, carrier.CapacityReportedBytes, look.BlockBytes);
        var ofPlan = ordered is { } count && SampleCounts.IsOfPlan(samples, count, carrier.CapacityReportedBytes, look.BlockBytes);
        findings.Need(expected.Verification.Type is not VerificationType.Sampled || ofPlan, Count, "otherSampleCount", found.SampleCount, ordered);
        // Another seed, size or number than that of the places looked at gives others; so does a station that draws otherwise.
        if (!ofPlan || !SampleCounts.IsSeed(found.SampleSeed)) return;
        var places = SamplePlaces.Drawn(found.SampleSeed, ordered!.Value, carrier.CapacityReportedBytes, look.BlockBytes);
        findings.Need(places is not null && places.Length == samples && look.PlacesDigest == SamplePlaces.Digest(places), $"{path}.look.placesDigest", "otherPlaces", look.PlacesDigest, places?.Length);
    }

    // A station's word does not tell when it drew a seed; a half it could not have before the end of the erase was on the server does, and its own half it chose before it heard the server's.
    private static void Bound(string? seed, SeedHalves? halves, GivenNonce? given, string path, Findings findings)
    {
        findings.Need(halves is not null, path, "seedNotBound");
        if (halves is null) return;
        findings.Need(halves.EraseEnded == given?.EraseEnded, $"{path}.eraseEnded", "otherErase", halves.EraseEnded, given?.EraseEnded);
        findings.Need(halves.ServerNonce == given?.Nonce, $"{path}.serverNonce", "otherNonce", halves.ServerNonce);
        findings.Need(halves.Commitment() is { } told && told == given?.Commitment, $"{path}.stationHalf", "otherHalf", halves.StationHalf, given?.Commitment);
        findings.Need(halves.Seed() is { } made && made == seed, Seed, "otherSeed", seed, halves.Seed());
    }
}
