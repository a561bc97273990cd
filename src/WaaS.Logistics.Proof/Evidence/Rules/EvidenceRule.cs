namespace WaaS.Logistics.Proof.Evidence.Rules;

internal sealed record EvidenceRule(string Id, Action<EvidenceDocument, EvidenceExpectation, Findings> Check);
