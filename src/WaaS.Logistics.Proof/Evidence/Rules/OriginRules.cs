namespace WaaS.Logistics.Proof.Evidence.Rules;

internal static class OriginRules
{
    public static void Replay(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        findings.Need(document.DocumentId != Guid.Empty && !expected.ConsumedDocumentIds.Contains(document.DocumentId), "$.documentId", "documentUsedBefore", document.DocumentId);
        findings.Need(!expected.ConsumedHashes.Contains(expected.Hash), "$", "bytesUsedBefore", expected.Hash);
        findings.Need(document.OrderId == expected.OrderId, "$.orderId", "otherOrder", document.OrderId, expected.OrderId);
        findings.Need(document.JobId == expected.JobId, "$.jobId", "otherJob", document.JobId, expected.JobId);
    }

    public static void Signature(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        findings.Need(expected.Signature is SignatureState.Valid, "$", "signature", expected.Signature);
        findings.Need(document.StationId == expected.StationId, "$.stationId", "otherStation", document.StationId, expected.StationId);
    }

    public static void Tool(EvidenceDocument document, EvidenceExpectation expected, Findings findings)
    {
        foreach (var (tool, path) in new[] { (document.Tool, "$.tool"), (document.Carrier.Verification.Tool, "$.carrier.verification.tool") })
        {
            var approvals = expected.Tools.Where(t => t.Name == tool.Name && t.Version == tool.Version).ToList();
            findings.Need(approvals.Count > 0, path, "notRegistered", tool.Name, tool.Version);
            findings.Need(approvals.All(t => t.ApprovedUntil is null || t.ApprovedUntil >= expected.ReceivedAt), path, "approvalEnded", tool.Name, tool.Version);
        }
    }
}
