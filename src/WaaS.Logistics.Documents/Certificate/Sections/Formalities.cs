using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.Certificate.Sections;

/// <summary>Which certificate, by whom, for whom.</summary>
internal static class Formalities
{
    public static void Draw(PageFlow flow, CertificatePdfInput input, Words words)
    {
        Identity(flow, input.Identity, words);
        Issuer(flow, input.Issuer, words);
        Order(flow, input.Order, words);
    }

    private static void Identity(PageFlow flow, CertificateIdentity identity, Words words)
    {
        var section = new Section(flow, words["section.certificate"], words.Absent)
            .Row(words["identity.number"], identity.Number)
            .Row(words["identity.version"], words.Count(identity.Version));
        if (identity.Id is { } id)
            section.Code(words["identity.id"], id.ToString());
        section
            .Row(words["identity.issuedAt"], words.Moment(identity.IssuedAt))
            .Row(words["identity.standing"], words.Of(identity.Standing));
        if (identity.Version > 1 || identity.Replaces is not null)
            section.Row(words["identity.replaces"], identity.Replaces);
        if (identity.Standing == CertificateStanding.Superseded || identity.ReplacedBy is not null)
            section.Row(words["identity.replacedBy"], identity.ReplacedBy);
        if (identity.Standing == CertificateStanding.Revoked || identity.RevocationReason is not null)
            section.Row(words["identity.revocationReason"], identity.RevocationReason);
    }

    private static void Issuer(PageFlow flow, IssuerDetails issuer, Words words)
    {
        var section = new Section(flow, words["section.issuer"], words.Absent)
            .Row(words["issuer.name"], issuer.Name);
        if (!string.IsNullOrWhiteSpace(issuer.RegisterNumber))
            section.Row(words["issuer.registerNumber"], issuer.RegisterNumber);
        section
            .Row(words["issuer.address"], issuer.Address)
            .Row(words["issuer.site"], issuer.Site)
            .Row(words["issuer.contact"], issuer.Contact)
            .Row(words["issuer.securityOfficer"], issuer.SecurityOfficer)
            .Row(words["issuer.dataProtectionOfficer"], issuer.DataProtectionOfficer);
    }

    private static void Order(PageFlow flow, OrderDetails order, Words words)
    {
        var section = new Section(flow, words["section.order"], words.Absent)
            .Row(words["order.customer"], order.Customer);
        if (!string.IsNullOrWhiteSpace(order.CustomerNumber))
            section.Row(words["order.customerNumber"], order.CustomerNumber);
        section
            .Row(words["order.contract"], order.Contract)
            .Row(words["order.returnOrder"], order.ReturnOrder)
            .Row(words["order.lot"], order.Lot)
            .Row(words["order.job"], order.Job)
            .Row(words["order.processingAgreement"], order.ProcessingAgreement)
            .Row(words["order.policy"], order.Policy)
            .Row(words["order.policyVersion"], words.Count(order.PolicyVersion))
            .Row(words["order.protectionNeed"], words.Of(order.ProtectionNeed))
            .Row(words["order.confidentialityBefore"], order.ConfidentialityBefore)
            .Row(words["order.confidentialityAfter"], order.ConfidentialityAfter);
    }
}
