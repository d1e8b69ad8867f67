namespace Dxtra.Functions.Embedded.Durable;

internal static class InstanceIds
{
    private const int MaxLength = 256;

    /// <summary>Holds ids to the rules of the official host, so that they work on both; makes one when there is none.</summary>
    public static string Checked(string? id)
    {
        if (string.IsNullOrEmpty(id))
            return Guid.NewGuid().ToString("N");
        if (id.Length > MaxLength || id[0] == '@' || id.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
        {
            throw new ArgumentException(
                $"An instance id has at most {MaxLength} characters, none of / \\ # ? or control characters, and does not begin with @.", nameof(id));
        }

        return id;
    }
}
