namespace Dxtra.Klaviyo.Functions.Access;

internal enum BatchLineStatus
{
    /// <summary>A request is made of it.</summary>
    Accepted,

    /// <summary>Something is wrong with it, see its errors.</summary>
    Rejected,

    /// <summary>An earlier line names the same person, or a request for them is under way: its request is that one.</summary>
    Duplicate,
}
