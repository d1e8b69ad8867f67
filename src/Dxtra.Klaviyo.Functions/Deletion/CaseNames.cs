using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The names of a deletion's files: request ids and numbers only.</summary>
internal static class CaseNames
{
    /// <summary>What callers are shown; masked.</summary>
    public static string Preview(RequestWork work, int number) => $"{Previews(work)}{number}.json";

    /// <summary>How the names of all previews of a request begin.</summary>
    public static string Previews(RequestWork work) => $"{All(work)}preview-";

    /// <summary>The <see cref="ErasurePicture"/> of a preview, sealed with the controller's key.</summary>
    public static string Picture(RequestWork work, int number) => $"{Sealed(work)}picture-{number}";

    /// <summary>What goes when the request's retention ends.</summary>
    public static string Sealed(RequestWork work) => $"{All(work)}sealed/";

    public static string Certificate(RequestWork work, string certificateId) => $"{All(work)}certificate-{certificateId}.json";

    private static string All(RequestWork work) => $"{work.RequestId}/";
}
