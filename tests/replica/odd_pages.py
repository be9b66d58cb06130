"""Pages that are no documents: errors, forms, walls. Nothing in, HTML out."""

from __future__ import annotations

from html import escape


def _page(title: str, content: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"</head><body><main>{content}</main></body></html>"
    )


def front() -> str:
    """A front page."""
    return _page("Institut national du cancer", "<h1>Institut national du cancer</h1>")


def missing() -> str:
    """What goes with a 404."""
    return _page("Page introuvable", "<h1>Page introuvable</h1><p>Cette page n'existe plus.</p>")


def forbidden() -> str:
    """A page that robots.txt forbids."""
    return _page("Interdit", "<h1>Page réservée</h1><p>Aucun robot ne devrait lire cette page.</p>")


def error() -> str:
    """The new site's error page, which comes with status 200."""
    return _page(
        "Oops! An error occurred",
        "<h1>Oops! An error occurred</h1><h2>The server returned a 500 Internal Server Error.</h2>"
        "<p>Something is broken. Please let us know what you were doing when this occurred.</p>",
    )


def maintenance() -> str:
    """The whole site is closed for a while."""
    return _page(
        "Site en maintenance",
        "<h1>Site en maintenance</h1><p>Notre site est momentanément indisponible pour une "
        "opération de maintenance. Merci de revenir dans quelques instants.</p>",
    )


def login() -> str:
    """A form that asks for a password."""
    return _page(
        "Connexion",
        '<h1>Connexion</h1><form method="post" action="/user/login"><label>Identifiant '
        '<input name="_username"></label><label>Mot de passe <input type="password" '
        'name="_password"></label><button>Se connecter</button></form>',
    )


def cookie_wall() -> str:
    """Consent, and nothing else."""
    return _page(
        "Gestion des cookies",
        "<h1>Nous utilisons des cookies</h1><p>Pour continuer, veuillez accepter ou refuser les "
        "cookies et autres traceurs déposés par nos partenaires. Vous pouvez gérer vos préférences "
        "à tout moment dans notre politique de confidentialité et retirer votre consentement.</p>"
        "<button>Tout accepter</button><button>Tout refuser</button>"
        "<button>Gérer mes préférences</button>",
    )


def challenge() -> str:
    """What a site shows to whom it takes for a robot."""
    return _page(
        "Just a moment...",
        "<h1>Vérifiez que vous êtes humain</h1><p>Just a moment... Complétez le captcha pour "
        'accéder au site.</p><div class="captcha"></div>',
    )


def unavailable(status: int) -> str:
    """What goes with a status above 400."""
    name = "Trop de requêtes" if status == 429 else "Service indisponible"
    return _page(name, f"<h1>{name}</h1>")
