namespace WaaS.Logistics.Platform.Security;

/// <summary>What a person may do. A person can have several; four eyes are asked of persons, not of roles.</summary>
public static class Roles
{
    public const string Receiving = "receiving";
    public const string WipeOperator = "wipe-operator";
    public const string Verifier = "verifier";
    public const string Releaser = "releaser";
    public const string Refurbishment = "refurbishment";
    public const string Resale = "resale";
    public const string Supervisor = "supervisor";
    public const string Office = "office";
    public const string Reseller = "reseller";
    public const string Customer = "customer";
    public const string Auditor = "auditor";
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All =
        [Receiving, WipeOperator, Verifier, Releaser, Refurbishment, Resale, Supervisor, Office, Reseller, Customer, Auditor, Admin];

    /// <summary>Everybody who works in the house: they see devices, not people's settings.</summary>
    public static readonly string[] House = [Receiving, WipeOperator, Verifier, Releaser, Refurbishment, Resale, Supervisor, Office, Auditor, Admin];
}
