namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key the platform asks for in Azure. The embedded host has no keys and lets every call in, as Core Tools do.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
