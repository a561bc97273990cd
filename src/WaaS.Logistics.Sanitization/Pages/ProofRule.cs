namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>The rules that can speak against evidence, each with a sentence in the texts. A rule not named here is shown by its id.</summary>
public enum ProofRule
{
    R4,
    R6,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,
    R16,
    R17,
    R18,
    R19,
    R20,
    R21,
    Steps,
    Kind,
    Format,
    Verification,
    Validation,
    Withdrawn,
}
