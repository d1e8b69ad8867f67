namespace Dxtra.Klaviyo.Client;

/// <summary>Why a text cannot be a private API key. <see cref="None"/>: it can.</summary>
public enum KlaviyoKeyProblem
{
    None,

    /// <summary>No text at all.</summary>
    Empty,

    /// <summary>White space somewhere in the text; often pasted along with the key.</summary>
    Whitespace,

    /// <summary>Six letters and digits: the account's public key, which cannot read anything.</summary>
    PublicKey,

    /// <summary>Does not begin with <c>pk_</c>.</summary>
    NotPrivate,

    /// <summary>Begins with <c>pk_</c>, but what follows is not letters, digits, <c>_</c> and <c>-</c>.</summary>
    BadCharacters,
}
